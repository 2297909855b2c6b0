package dev.unprobed.app.prove;

import dev.unprobed.app.replay.Referee;
import dev.unprobed.prove.rule.Ruling;

/**
 * A ruling and what the tree's own conf says of its example.
 *
 * @param replay not asked where there is no example
 */
public record Judged(Ruling ruling, Referee.Judgement replay) {}
