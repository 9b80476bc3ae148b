# Waits before the next look or try: as long as IBM Cloud asked for, else POLL_SECONDS.
pause() {
  sleep "${RETRY_AFTER:-$POLL_SECONDS}"
  RETRY_AFTER=''
}
