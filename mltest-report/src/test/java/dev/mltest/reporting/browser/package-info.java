/** Opens a report as a reader does. */
package dev.mltest.reporting.browser;
