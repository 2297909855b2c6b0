package dev.unprobed.app.diff;

import java.util.List;

/**
 * One beginning and what came of it.
 *
 * @param root what nothing else explains
 * @param follows what differs because of it, the nearest first. What follows from several roots
 *     stands under the nearest
 */
public record Group(Change root, List<Change> follows) {}
