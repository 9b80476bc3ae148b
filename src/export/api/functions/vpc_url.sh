# Completes a path of the VPC API into URL.
vpc_url() { # PATH[?QUERY]
  local join='?'
  [[ $1 != *\?* ]] || join='&'
  URL="$VPC_API$1${join}version=$API_VERSION&generation=2"
}
