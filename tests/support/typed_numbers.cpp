#include "tests/support/typed_numbers.hpp"

namespace headrace::test {
namespace {

using Numbers = std::vector<TypedNumber>;

Numbers plain() {
  return {{"0", 0},          {"5", 5},       {"1200", 1200},   {"+5", 5},       {"-5", -5},
          {"- 5", -5},       {" 7 ", 7},     {"01", 1},        {"007", 7},      {"1.5", 1.5},
          {".5", 0.5},       {"1.", 1},      {"0.125", 0.125}, {"1.2000", 1.2}, {"1234.567", 1234.567},
          {"2e6", 2e6},      {"1E+05", 1e5}, {"2.5e-1", 0.25}, {"1_200", 1200}, {"1_000_000", 1e6},
          {"1.200e3", 1200}, {"0.000", 0}};
}

Numbers endings() {
  return {{"10k", 10e3},          {"10 k", 10e3},          {"1.5m", 1.5e6},           {"1.5M", 1.5e6},
          {"1.2bn", 1.2e9},       {"1.2 BN", 1.2e9},       {"1.1m", 1.1e6},           {"-2k", -2000},
          {"40%", 0.4, "", true}, {"60 %", 0.6, "", true}, {"8.5%", 0.085, "", true}, {"7%", 0.07, "", true}};
}

/// What can only be decimal or only grouping.
Numbers of_other_countries() {
  return {{"1,5", 1.5},
          {"0,1", 0.1},
          {"0,125", 0.125},
          {"8,5m", 8.5e6},
          {"12,50", 12.5},
          {",5", 0.5},
          {"1234,567", 1234.567},
          {"1,234E+05", 123400},
          {"1,250,500", 1250500},
          {"1.250.500", 1250500},
          {"1'250'500", 1250500},
          {"1\u2019200", 1200},
          {"1,250.5", 1250.5},
          {"1.250,5", 1250.5},
          {"1.250,500", 1250.5},
          {"12\u00A0000", 12000},
          {"12\u202F000,5", 12000.5},
          {"1 200", 1200},
          {"1 200,5", 1200.5},
          {"\u22125", -5},
          {"\u20135", -5},
          {"1_200.500", 1200.5},
          {"4,5%", 0.045, "", true}};
}

/// What may be either, with both readings in the answer.
Numbers unclear() {
  return {{"1.200", {}, "is not clear (is this 1200?). Write 1200 or 1.2."},
          {"1,200", {}, "is not clear (is this 1200?). Write 1200 or 1.2."},
          {"12.000", {}, "is not clear (is this 12000?). Write 12000 or 12."},
          {"100,000", {}, "is not clear (is this 100000?). Write 100000 or 100."},
          {"-1.125", {}, "is not clear (is this -1125?). Write -1125 or -1.1250."},
          {"1.200m", {}, "is not clear (is this 1200m?). Write 1200m or 1.2m."},
          {"1,250%", {}, "is not clear (is this 1250%?). Write 1250% or 1.25%."}};
}

Numbers refused() {
  return {{"ten", {}, "it has no digits"},
          {"%", {}, "it has no digits"},
          {"--5", {}, "it has two signs"},
          {"+-5", {}, "it has two signs"},
          {"5-", {}, "only k, m, bn or % may follow its digits"},
          {"5 weeks", {}, "only k, m, bn or % may follow its digits"},
          {"5x", {}, "only k, m, bn or % may follow its digits"},
          {"1.5b", {}, "only k, m, bn or % may follow its digits"},
          {"5%%", {}, "only k, m, bn or % may follow its digits"},
          {"1e5.5", {}, "a whole number follows the e"},
          {"1e", {}, "a whole number follows the e"},
          {"2e3k", {}, "a whole number follows the e"},
          {"1e400", {}, "too large or too small"},
          {"-1e400", {}, "too large or too small"},
          {"0x10", {}, "Write it with the digits 0 to 9"},
          {"\u0661\u0662", {}, "its digits are of another script"},
          {"\uFF11\uFF12", {}, "its digits are of another script"},
          {"1,25,500", {}, "do not stand in groups of three"},
          {"12,34,567", {}, "do not stand in groups of three"},
          {"1.2.3", {}, "do not stand in groups of three"},
          {"0,125,500", {}, "do not stand in groups of three"},
          {"1..2", {}, "a digit is missing"},
          {"5,", {}, "a digit is missing"},
          {"1__2", {}, "a digit is missing"},
          {"(500)", {}, "Write -500"},
          {"EUR 1.5m", {}, "it has a currency in it, and all amounts are in the plan's). Write 1.5m."},
          {"950 EUR", {}, "Write 950."},
          {"\u20AC1.5m", {}, "Write 1.5m."},
          {"$1.200", {}, "it has a currency in it"},
          {"-\u00A35", {}, "Write -5."}};
}

}  // namespace

const std::vector<TypedNumber>& typed_numbers() {
  static const Numbers all = [] {
    Numbers list;
    for (const Numbers& some : {plain(), endings(), of_other_countries(), unclear(), refused()}) {
      list.insert(list.end(), some.begin(), some.end());
    }
    return list;
  }();
  return all;
}

}  // namespace headrace::test
