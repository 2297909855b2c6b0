/** Tests of repairs. */
@NullMarked
package dev.unprobed.app.repair;

import org.jspecify.annotations.NullMarked;
