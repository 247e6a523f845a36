/** A user's classes. */
package com.acme;
