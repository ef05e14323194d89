#!/bin/sh
# A project without CMake: PKG_CONFIG_PATH names the folder of aidnet.pc. usage: build.sh PROGRAM
set -eu
cd "$(dirname "$0")"
# shellcheck disable=SC2046 # each flag is a word
"${CXX:-c++}" -std=c++20 $(pkg-config --cflags aidnet) ../find_package/main.cpp -o "$1" $(pkg-config --libs aidnet)
