# Makes sure of the VPC plug-in, of version 16.0.0 or later.
need_plug_in() {
  local shown
  if ! shown=$(ibmcloud plugin show vpc-infrastructure 2>&1) || [[ $shown != *vpc-infrastructure* ]]; then
    stop 'the plug-in vpc-infrastructure is missing; to install it: ibmcloud plugin install vpc-infrastructure'
  fi
  if [[ $shown =~ [Vv]ersion[^0-9$'\n']*([0-9]+)\.([0-9]+) ]]; then
    ((BASH_REMATCH[1] >= 16)) ||
      stop "the plug-in vpc-infrastructure is ${BASH_REMATCH[1]}.${BASH_REMATCH[2]}, and 16.0.0 or later is needed; to update it: ibmcloud plugin update vpc-infrastructure"
  else
    say 'The version of the plug-in vpc-infrastructure could not be read; 16.0.0 or later is needed.'
  fi
}
