# Picks from the authorization policies in ANSWER the one that says the same.
find_policy() { # SOURCE_ACCOUNT TARGET_ACCOUNT SERVICE [INSTANCE]
  FIND=(find_policy "$@")
  WHAT="authorization policy for $3"
  pick_policy "$@"
}
