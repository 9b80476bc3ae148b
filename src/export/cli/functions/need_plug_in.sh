# Makes sure of the VPC plug-in, of one version or later, and before another where one is named.
need_plug_in() { # FROM [BEFORE]
  local shown is update='ibmcloud plugin update vpc-infrastructure'
  if ! shown=$(ibmcloud plugin show vpc-infrastructure 2>&1) || [[ $shown != *vpc-infrastructure* ]]; then
    stop 'the plug-in vpc-infrastructure is missing; to install it: ibmcloud plugin install vpc-infrastructure'
  fi
  if [[ $shown =~ [Vv]ersion[^0-9$'\n']*([0-9]+\.[0-9]+(\.[0-9]+)?) ]]; then
    is=${BASH_REMATCH[1]}
    older "$is" "$1" && stop "the plug-in vpc-infrastructure is $is, and $1 or later is needed; to update it: $update"
    [[ -z ${2-} ]] || older "$is" "$2" ||
      stop "the plug-in vpc-infrastructure is $is, and this is written for one before $2; set the version in the plan and export again"
  else
    say "The version of the plug-in vpc-infrastructure could not be read; $1 or later is needed."
  fi
}

# Whether one version is older than another.
older() { # VERSION VERSION
  local is than
  IFS=. read -ra is <<<"$1"
  IFS=. read -ra than <<<"$2"
  (((is[0] * 1000 + is[1]) * 1000 + ${is[2]:-0} < (than[0] * 1000 + than[1]) * 1000 + ${than[2]:-0}))
}
