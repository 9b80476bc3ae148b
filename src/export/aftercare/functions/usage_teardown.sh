# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash teardown.sh [--dry-run | --yes | --help]

Removes what the plan made, in the reverse order of its creation, after asking. What
existed before stays, and so does what holds something that the plan did not make. What
is gone already is passed over: after a failure, run it again.

  --dry-run  tells what would be removed and what would stay, changes nothing
  --yes      removes without asking

It needs the tools and the environment that create.sh needs: see README.md.

Exit status: 0 done, 1 stopped or not confirmed, 2 wrong arguments, 129, 130 or 143
interrupted.
TEXT
}
