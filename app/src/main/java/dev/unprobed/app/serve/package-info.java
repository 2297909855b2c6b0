/**
 * A page over one kernel, live, for the person at this machine and for nobody else.
 *
 * <p>{@link dev.unprobed.app.serve.Server} listens on the loopback interface only. Its address has
 * a token, drawn anew for each run, before every path: {@code http://127.0.0.1:PORT/TOKEN/}. A
 * request goes through {@link dev.unprobed.app.serve.Gate}, which lets in what has the token, our
 * own name as its host, and no other origin; then through {@link dev.unprobed.app.serve.Route},
 * which knows a fixed table of paths, none of which is ever made into the name of a file; and then,
 * for an answer, to {@link dev.unprobed.app.serve.Desk}, where one thread works and few may wait.
 * What there is to ask is {@link dev.unprobed.app.serve.Answers}. Nothing that was sent is ever
 * sent back, but for names that the kernel has as well.
 */
@NullMarked
package dev.unprobed.app.serve;

import org.jspecify.annotations.NullMarked;
