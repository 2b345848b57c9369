// The sums of FIPS 180-4's examples, of the lengths at which its padding changes, and of a plan's canonical text.
#include "model/text/sha256.hpp"

#include <doctest/doctest.h>

#include "model/edit/canonical_text.hpp"
#include "model/toml/parse.hpp"

namespace headrace::test {
namespace {

std::string canonical(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = toml_text::parse(text, "a.toml", diagnostics);
  REQUIRE(document.has_value());
  return canonical_text(*document);
}

}  // namespace

TEST_CASE("sha256: examples of the standard") {
  // NIST, "Examples with intermediate values", SHA-256: one block, two blocks; and a million a's (FIPS 180-2, B.3).
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("sha256: NIST's vectors where the padding fills a block and begins another") {
  // NIST, "SHA-256 test data" (additional): zero bytes.
  CHECK(sha256(std::string(1, '\xbd')) == "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
  CHECK(sha256(std::string(55, '\0')) == "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7");
  CHECK(sha256(std::string(56, '\0')) == "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb");
  CHECK(sha256(std::string(57, '\0')) == "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785");
  CHECK(sha256(std::string(64, '\0')) == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b");
  CHECK(sha256(std::string(1000, '\0')) == "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
}

TEST_CASE("canonical text: one plan in two words is one text and two plans are two") {
  const std::string text = canonical("[a]\nx = 1\ny = [2, 3.5, \"t\"]\n[b]\nz = true\n");
  CHECK(text == canonical("b = { z = true }\n# A remark.\n[a]\ny = [2.0, 3.5, 't']\nx = 1.0\n"));
  CHECK(text != canonical("[a]\nx = 1\ny = [3.5, 2, \"t\"]\n[b]\nz = true\n"));
  CHECK(text != canonical("[a]\nx = \"1\"\ny = [2, 3.5, \"t\"]\n[b]\nz = true\n"));
  // What a text holds is never taken for what stands around it.
  CHECK(canonical("a = \"x\\\"\\ny\"\n") != canonical("a = \"x\"\ny = 1\n"));
  CHECK(canonical("a = [\"b,c\"]\n") != canonical("a = [\"b\", \"c\"]\n"));
  CHECK(canonical("a = [[1], 2]\n") != canonical("a = [1, [2]]\n"));
}

}  // namespace headrace::test
