# Tells how the script is used.
usage() {
  cat <<'TEXT'
Usage: bash verify.sh [--help]

Compares what there is with the plan and prints a sentence for each difference. It
changes nothing.

It needs the tools and the environment that create.sh needs: see README.md.

Exit status: 0 no difference, 1 differences, 2 wrong arguments or it could not look,
129, 130 or 143 interrupted.
TEXT
}
