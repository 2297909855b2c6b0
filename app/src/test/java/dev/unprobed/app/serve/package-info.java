/** What the live page's server lets in, and what it does not. */
@NullMarked
package dev.unprobed.app.serve;

import org.jspecify.annotations.NullMarked;
