package dev.unprobed.kernel.compress;

import java.io.IOException;

/** More came out of a stream than may be. */
final class TooLarge extends IOException {}
