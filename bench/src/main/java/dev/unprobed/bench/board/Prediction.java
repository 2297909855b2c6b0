package dev.unprobed.bench.board;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What was said before any boot.
 *
 * @param bound the drivers that will have a device, {@code bus/name}
 * @param dead those that never can
 * @param unknown those that it does not know about, with the reason, which may be empty
 * @param deferred the devices that will still wait, by the names of their nodes' paths
 */
public record Prediction(
    SortedSet<String> bound,
    SortedSet<String> dead,
    SortedMap<String, String> unknown,
    SortedSet<String> deferred) {}
