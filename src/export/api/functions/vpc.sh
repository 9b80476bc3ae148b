# Calls the VPC API.
vpc() { # METHOD PATH[?QUERY] [CURL OPTION...]
  local method=$1 path=$2 join='?'
  shift 2
  [[ $path != *\?* ]] || join='&'
  call "$method" "$VPC_API$path${join}version=$API_VERSION&generation=2" "$@"
}
