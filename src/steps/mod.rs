//! What must exist, in order.
