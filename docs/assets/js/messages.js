// The one seam between the page and Python: what is said across it, and nothing else.

/**
 * @typedef {{field: string | null, message: string}} FieldError
 * @typedef {{field: string, message: string, suggestion: string | null}} Doubt
 * @typedef {{ok: boolean, calculator: string, errors?: FieldError[], questions?: Doubt[]}} Reply
 * @typedef {{answers: Record<string, string>}} Question
 *
 * To the worker.
 * @typedef {{id: number, kind: "answer", slug: string, question: Question}} AnswerRequest
 * @typedef {{id: number, kind: "check", slug: string, name: string, text: string}} CheckRequest
 * @typedef {{id: number, kind: "save", slug: string, inputs: string, file: string, day: string}} SaveRequest
 * @typedef {{answers: Record<string, string>, figures: Record<string, string>, today: string,
 *   matters: string, base: string}} PlanQuestion
 * @typedef {{id: number, kind: "plan", question: PlanQuestion}} PlanRequest
 * @typedef {{slug: string, inputs: object, opened: string[], today: string, name: string, loan: string,
 *   example: boolean}} PaperQuestion
 * @typedef {{id: number, kind: "paper", question: PaperQuestion}} PaperRequest
 * @typedef {{pile: string, keys: string[], titles: string[], figures: Record<string, string>,
 *   answers: Record<string, string>, today: string, name: string, loan: string}} PileQuestion
 * @typedef {{id: number, kind: "pile", question: PileQuestion}} PileRequest
 * `file`: a file of the sheet instead of the sheet, or empty.
 * @typedef {{sheet: string, figures: Record<string, string>, today: string, base: string,
 *   file: string}} SheetQuestion
 * @typedef {{id: number, kind: "sheet", question: SheetQuestion}} SheetRequest
 * @typedef {AnswerRequest | CheckRequest | SaveRequest | PlanRequest | SheetRequest | PaperRequest
 *   | PileRequest | {kind: "remember"}} Request
 *
 * From the worker.
 * `lost`: no connection. `missing`: the host has no such file. `damaged`: not what was published.
 * `old`: the browser can't run this. `refused`: it, or a program on the device, doesn't let it run.
 * `full`: no memory left.
 * `again`: the file to get past the caches before one more try, "*" for all, "memory" to start
 * without the memory, or "rest" to have the rest of the core there from the start.
 * @typedef {"lost" | "missing" | "damaged" | "old" | "refused" | "full"} Trouble
 * @typedef {{kind: "progress", received: number, total: number, waiting: boolean}} Progress
 * @typedef {{kind: "ready", fromMemory: boolean}} Ready
 * @typedef {{kind: "kept"}} Kept the memory that the next visit can start from
 * @typedef {{kind: "broken", message: string, trouble?: Trouble, again?: string}} Broken
 * @typedef {{name?: string, media_type?: string, text?: string}} File
 * @typedef {{parts?: Record<string, string>, cover?: string, notes?: string[][],
 *   troubles?: string[][]}} Pile what was made, and [title, text] of what to look at and what is not ready
 * @typedef {{reply?: Reply, html?: string, message?: string} & File & Pile} Said
 * @typedef {{kind: "result", id: number} & Said} Result
 * @typedef {Progress | Ready | Kept | Broken | Result} Message
 */

export {};
