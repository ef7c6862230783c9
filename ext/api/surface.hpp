// Surface: everything that loading softoptin adds to a connection, one declaration a name.
// Each registers itself; each has a page of its name in sql/reference/. All throw Error.
#pragma once

#include "sqlite/connection.hpp"

namespace softoptin::api {

void register_eligible(const sqlite::ConnectionPointer& connection);
void register_reason(const sqlite::ConnectionPointer& connection);
void register_expires(const sqlite::ConnectionPointer& connection);
void register_explain(const sqlite::ConnectionPointer& connection);
void register_marketing_basis(const sqlite::ConnectionPointer& connection);
void register_eligibility(const sqlite::ConnectionPointer& connection);
void register_audience(const sqlite::ConnectionPointer& connection);
void register_funnel(const sqlite::ConnectionPointer& connection);
void register_audit(const sqlite::ConnectionPointer& connection);
void register_conditions(const sqlite::ConnectionPointer& connection);
void register_check(const sqlite::ConnectionPointer& connection);
void register_policies(const sqlite::ConnectionPointer& connection);
void register_version(const sqlite::ConnectionPointer& connection);
void register_debug(const sqlite::ConnectionPointer& connection);

}  // namespace softoptin::api
