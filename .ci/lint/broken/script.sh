#!/usr/bin/env bash
# Wrong on purpose: an input that falls apart at its spaces.
rm -rf $RESULTS
