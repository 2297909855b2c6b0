/**
 * The speed benchmark: how long does the same work take, as a whole process, from start to end?
 *
 * <p>A {@link dev.unprobed.bench.speed.Contestant} is a command with an environment. The {@link
 * dev.unprobed.bench.speed.Race} runs all of them in turn, A B C A B C …, so that whatever else the
 * machine does in the meantime happens to all alike. What is reported are medians, and for each
 * contestant the median of its ratios to the {@code conf} of the same round, which is steadier than
 * the ratio of the medians.
 *
 * <pre>{@code
 * | contestant                  | wall s | of conf | CPU s | memory MiB |
 * | conf                        |  1.520 |    1.00 |  1.35 |         32 |
 * | unprobed, macro cache warm  |  0.310 |    0.20 |  0.42 |         96 |
 * }</pre>
 *
 * <p>All start from the same files, and all must leave the same {@code .config} behind: the round
 * before the first one that counts is there to see to that.
 */
@NullMarked
package dev.unprobed.bench.speed;

import org.jspecify.annotations.NullMarked;
