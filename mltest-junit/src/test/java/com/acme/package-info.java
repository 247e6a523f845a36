/** A user's package, with a user's test classes. */
package com.acme;
