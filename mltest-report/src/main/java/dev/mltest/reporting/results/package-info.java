/** What a run left behind, whole or in shards. */
@NullMarked
package dev.mltest.reporting.results;

import org.jspecify.annotations.NullMarked;
