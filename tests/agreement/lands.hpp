// Lands: the countries of a world under national policies, and what bears on them alone.
//
// They are drawn from the policy rows, so that a row that is added or changed is met without a word
// here. Which of a row's values a house may choose is written from the contract once more.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "dice.hpp"
#include "rules/policy_row.hpp"
#include "support/world.hpp"

namespace softoptin::agreement {

using tests::Value;

// The rows of one jurisdiction, in order; some of them are for charities.
using Land = std::span<const rules::PolicyRow>;

// All but the Directive itself, and those in whose zones plain.sql cannot tell the time.
const std::vector<Land>& lands();

// One to three of them: more often those whose rule is out of the ordinary.
std::vector<Land> choose_lands(Dice& dice);

// A code as people write it: mostly as it should be.
Value written_country(const Land& land, Dice& dice);
// What stands where a code should, and is none.
Value no_country(Dice& dice);

// A day at which something changes: the rule, or the clock.
std::chrono::sys_days turning_point(const Land& land, Dice& dice);

// A window of the land's own, in months, or what is given.
int window_months(const Land& land, int otherwise, Dice& dice);
// Whether any of its windows rolls.
bool rolls(const Land& land);
// Whether it has a rule for charities.
bool has_charities(const Land& land);

// The names of its registers.
std::vector<std::string> registers(const Land& land);
// One of them, or nearly; NULL where it has none.
Value register_name(const Land& land, Dice& dice);

// The columns jurisdiction, parameter and value of each choice that a house may make; those of that
// day without which the land allows nothing stand apart.
std::vector<tests::Row> choices(const Land& land);
std::vector<tests::Row> choices_that_settle(const Land& land, std::chrono::sys_days decided_on);
// One of either.
tests::Row choice(const Land& land, std::chrono::sys_days decided_on, Dice& dice);

}  // namespace softoptin::agreement
