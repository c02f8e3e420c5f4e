/**
 * What stands in for Amazon SNS on one machine: the real SDK sends its texts here, and a developer
 * reads them on a page instead of a phone.
 */
@NullMarked
package com.salesync.localstack.sms;

import org.jspecify.annotations.NullMarked;
