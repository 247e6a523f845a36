/** Whether declared invariances and equivariances hold. */
@NullMarked
package dev.mltest.library.relations;

import org.jspecify.annotations.NullMarked;
