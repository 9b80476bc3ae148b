# Takes the token of IAM_TOKEN, or gets one for the key of IBMCLOUD_API_KEY.
# Neither is shown, nor is it an argument of any command.
log_in() {
  set +x
  if [[ -z ${IAM_TOKEN:-} || -n $LOGGED_IN_AT ]]; then
    [[ -n ${IBMCLOUD_API_KEY:-} ]] || stop 'set IBMCLOUD_API_KEY, or IAM_TOKEN to a ready token'
    IAM_TOKEN=$(printf '%s' "$IBMCLOUD_API_KEY" |
      curl --silent --show-error --fail --max-time 60 --header 'Accept: application/json' \
        --data-urlencode 'grant_type=urn:ibm:params:oauth:grant-type:apikey' \
        --data-urlencode apikey@- "$IAM_API/identity/token" | jq -er .access_token) ||
      stop 'IBM Cloud gave no token for the key'
    LOGGED_IN_AT=$SECONDS
  fi
  IAM_TOKEN=${IAM_TOKEN#Bearer }
  [[ $IAM_TOKEN =~ ^[A-Za-z0-9._~+/=-]+$ ]] || stop 'IAM_TOKEN is not a token'
}
