# No policy waits for anybody.
awaited() {
  :
}
