/** What all tasks of the peer share: the reading of its workloads, and the clock. */
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

struct Outcome {
    double checksum = 0.0;
    int failures = 0;
};

template <class T>
T next() {
    T value;
    if (!(std::cin >> value)) throw std::runtime_error("the input ends too early");
    return value;
}

inline std::vector<double> numbers(int count) {
    std::vector<double> read(count);
    for (double& value : read) value = next<double>();
    return read;
}

/** The least of the batches, each at least 3 ms long, after one run to warm up. */
inline void report(const std::string& name, int items, int batches, const std::function<Outcome()>& run) {
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::duration span) { return std::chrono::duration<double>(span).count(); };
    auto started = Clock::now();
    Outcome outcome = run();
    const double once = seconds(Clock::now() - started);
    const int repeats = std::max(1, static_cast<int>(0.003 / std::max(once, 1e-9)));
    std::vector<double> times;
    for (int batch = 0; batch < batches; ++batch) {
        started = Clock::now();
        for (int repeat = 0; repeat < repeats; ++repeat) outcome = run();
        times.push_back(seconds(Clock::now() - started) / repeats);
    }
    const double least = *std::min_element(times.begin(), times.end());
    std::cout.precision(17);
    std::cout << name << ' ' << least * 1e9 / items << ' ' << outcome.checksum << ' ' << outcome.failures
              << std::endl;
}
