@NullMarked
package dev.unprobed.app.report.source;

import org.jspecify.annotations.NullMarked;
