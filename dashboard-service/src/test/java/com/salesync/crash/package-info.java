/** What a test puts on the class path of a process that it is going to kill. */
package com.salesync.crash;
