@NullMarked
package dev.unprobed.app.report;

import org.jspecify.annotations.NullMarked;
