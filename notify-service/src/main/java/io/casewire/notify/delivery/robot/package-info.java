/** Messages to groups by the robots of WeCom, DingTalk and Feishu. */
@NullMarked
package io.casewire.notify.delivery.robot;

import org.jspecify.annotations.NullMarked;
