package dev.unprobed.board.boot;

/**
 * A driver that matches a device.
 *
 * @param certain whether the bus's rule says so from what is known offline
 * @param declines whether the driver's probe will refuse by a rule that is known
 */
record Candidate(DriverRef ref, boolean certain, boolean declines) {}
