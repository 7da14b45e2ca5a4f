#!/bin/sh
# Second method for tests/cases/timeline.toml: GNU date, counting days at noon UTC.
#   sh timeline_dates.sh 2026-01-01               the servicer's three dates, from the oldest unpaid due date
#   sh timeline_dates.sh 2026-01-01 2026-08-03    and the reader's three, from the sale date
set -eu
export TZ=UTC
shift_days() { date -d "$1 12:00 UTC $2 days" +%F; }
echo "live_contact_by             $(shift_days "$1" +36)"
echo "written_notice_by           $(shift_days "$1" +45)"
echo "first_filing_not_before     $(shift_days "$1" +121)"
[ $# -lt 2 ] && exit 0
echo "apply_by_for_acknowledgment $(shift_days "$2" -45)"
echo "apply_by_for_full_review    $(shift_days "$2" -38)"
echo "apply_by_for_appeal         $(shift_days "$2" -90)"
