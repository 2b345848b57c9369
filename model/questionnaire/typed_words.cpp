#include "model/questionnaire/typed_words.hpp"

#include "model/text/number_reader.hpp"

namespace headrace {

std::string typed_words(const Answers& answers, Asked which) {
  const double value = number_of(answers, which);
  if (which == Asked::legacy_share) return typed_share(value);
  return asked(which).unit.starts_with("money") ? typed_amount(value) : typed_number(value);
}

}  // namespace headrace
