#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

namespace headrace {

/// A value that its copies share until one of them is written to: a plain value to whoever uses it. Copies may live in
/// different threads.
template <class T>
class Shared {
 public:
  explicit Shared(T value) : held_(new Held{std::move(value)}) {}
  Shared(const Shared& other) noexcept : held_(other.held_) { held_->owners.fetch_add(1, std::memory_order_relaxed); }
  Shared(Shared&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Shared() {
    if (held_ != nullptr && held_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
  }

  const T& read() const { return held_->value; }

  /// The value for this owner alone: a copy where others have it too.
  T& write() {
    if (held_->owners.load(std::memory_order_acquire) != 1) *this = Shared(held_->value);
    return held_->value;
  }

 private:
  struct Held {
    T value;
    std::atomic<long> owners = 1;
  };
  Held* held_;  ///< null only after a move
};

/// A list whose copies share their elements until one of them is changed: the sites of a template have most of what
/// they are in common, so that ten thousand of them fit in memory.
///
/// Used like a vector. Whoever may change elements, through a list that is not const, gets elements of its own: loops
/// that only read take a const list.
template <class T>
class SharedList {
  template <class Slot, class Element>
  class Iterator;

 public:
  using value_type = T;
  using const_iterator = Iterator<const Shared<T>, const T>;
  using iterator = Iterator<Shared<T>, T>;

  SharedList() = default;
  SharedList(std::vector<T> list) {
    slots_.reserve(list.size());
    for (T& element : list) slots_.emplace_back(std::move(element));
  }
  SharedList(std::initializer_list<T> list) : SharedList(std::vector<T>(list)) {}

  std::size_t size() const { return slots_.size(); }
  bool empty() const { return slots_.empty(); }
  void reserve(std::size_t count) { slots_.reserve(count); }

  const_iterator begin() const { return const_iterator(slots_.data()); }
  const_iterator end() const { return const_iterator(slots_.data() + slots_.size()); }
  const T& operator[](std::size_t i) const { return slots_[i].read(); }
  const T& at(std::size_t i) const { return slots_.at(i).read(); }
  const T& front() const { return slots_.front().read(); }
  const T& back() const { return slots_.back().read(); }

  iterator begin() {
    for (Shared<T>& slot : slots_) slot.write();
    return iterator(slots_.data());
  }
  iterator end() { return iterator(slots_.data() + slots_.size()); }
  T& operator[](std::size_t i) { return slots_[i].write(); }
  T& at(std::size_t i) { return slots_.at(i).write(); }
  T& front() { return slots_.front().write(); }
  T& back() { return slots_.back().write(); }

  void push_back(T element) { slots_.emplace_back(std::move(element)); }
  void push_back(Shared<T> element) { slots_.push_back(std::move(element)); }
  void insert(std::size_t i, T element) {
    slots_.emplace(slots_.begin() + static_cast<std::ptrdiff_t>(i), std::move(element));
  }
  void insert(std::size_t i, Shared<T> element) {
    slots_.insert(slots_.begin() + static_cast<std::ptrdiff_t>(i), std::move(element));
  }
  void replace(std::size_t i, T element) { slots_[i] = Shared<T>(std::move(element)); }
  void erase(std::size_t i) { slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(i)); }
  void clear() { slots_.clear(); }

  template <class Predicate>
  void erase_if(Predicate wrong) {
    std::erase_if(slots_, [&](const Shared<T>& slot) { return wrong(slot.read()); });
  }

  /// The element with its owners, to put it into another list.
  const Shared<T>& shared(std::size_t i) const { return slots_[i]; }

 private:
  /// Goes over the slots and shows what they hold.
  template <class Slot, class Element>
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = Element*;
    using reference = Element&;

    Iterator() = default;
    explicit Iterator(Slot* at) : at_(at) {}
    operator Iterator<const Shared<T>, const T>() const { return Iterator<const Shared<T>, const T>(at_); }

    reference operator*() const { return const_cast<Element&>(at_->read()); }
    pointer operator->() const { return &**this; }
    reference operator[](difference_type n) const { return *(*this + n); }

    Iterator& operator+=(difference_type n) {
      at_ += n;
      return *this;
    }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator++(int) { return Iterator(at_++); }
    Iterator operator--(int) { return Iterator(at_--); }
    friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
    friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
    friend Iterator operator-(Iterator it, difference_type n) { return it -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
    friend auto operator<=>(Iterator a, Iterator b) { return a.at_ <=> b.at_; }

   private:
    Slot* at_ = nullptr;
  };

  std::vector<Shared<T>> slots_;
};

}  // namespace headrace
