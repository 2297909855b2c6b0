/** What proofs say, for people and as JSON. */
@NullMarked
package dev.unprobed.app.prove;

import org.jspecify.annotations.NullMarked;
