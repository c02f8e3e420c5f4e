package com.salesync.sale.voiding.web;

record VoidAnswer(String result, String message) {}
