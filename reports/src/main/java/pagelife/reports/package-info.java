/** Results as text, JSON and other formats. */
package pagelife.reports;
