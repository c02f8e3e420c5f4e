package com.salesync.consulting.advice;

/** Text for the owner; to be shown as text, never as HTML. */
public record Advice(String text) {}
