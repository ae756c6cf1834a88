/** An example of a check that somebody else brings to an authority's node: is trading in the security halted. */
package org.example.tradinghalts;
