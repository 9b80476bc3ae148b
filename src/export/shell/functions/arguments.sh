# Reads the arguments.
arguments() { # ARGUMENT...
  while (($# > 0)); do
    case $1 in
      --dry-run) DRY_RUN=yes ;;
      --help)
        usage
        exit 0
        ;;
      *)
        usage >&2
        exit 2
        ;;
    esac
    shift
  done
}
