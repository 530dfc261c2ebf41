/*
 * A PKCS#11 driver that fails on request, for tests: passes every call on to $FAULT_REAL (SoftHSM2) and misbehaves as the files in
 * $FAULT_DIR say, read anew at each call:
 *   init_delay_ms, login_delay_ms, sign_delay_ms, end_delay_ms   a number: wait that long
 *   removed                                        the token is out of the reader
 *   stale_session                                  handles died, as after sleep or a quick re-plug
 *   busy                                           another program holds the card
 *   max_pin                                        a number: lock after so many wrong PINs (SoftHSM2 itself never locks)
 *   crash_init, crash_sign                         abort(); crash_init removes itself first, so only one start fails
 *   logins                                         written here: how many times a PIN reached the token
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pkcs11.h"

static CK_FUNCTION_LIST_PTR real;
static CK_FUNCTION_LIST list;

static const char *place(const char *name) {
  static char path[1024];
  const char *folder = getenv("FAULT_DIR");
  snprintf(path, sizeof path, "%s/%s", folder ? folder : "/nonexistent", name);
  return path;
}

static int is_on(const char *name) { return access(place(name), F_OK) == 0; }

static long number_in(const char *name) {
  long number = 0;
  FILE *file = fopen(place(name), "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%ld", &number) != 1) number = 0;
  fclose(file);
  return number;
}

static void write_number(const char *name, long number) {
  FILE *file = fopen(place(name), "w");
  if (file == NULL) return;
  fprintf(file, "%ld", number);
  fclose(file);
}

static void wait_for(const char *name) {
  long milliseconds = number_in(name);
  if (milliseconds > 0) usleep(milliseconds * 1000);
}

static CK_RV initialize(CK_VOID_PTR arguments) {
  wait_for("init_delay_ms");
  if (is_on("crash_init")) {
    remove(place("crash_init"));
    abort();
  }
  return real->C_Initialize(arguments);
}

static CK_RV finalize(CK_VOID_PTR reserved) {
  wait_for("end_delay_ms");
  return real->C_Finalize(reserved);
}

static CK_RV get_slot_list(CK_BBOOL present, CK_SLOT_ID_PTR slots, CK_ULONG_PTR count) {
  if (present && is_on("removed")) {
    *count = 0;
    return CKR_OK;
  }
  return real->C_GetSlotList(present, slots, count);
}

static CK_RV get_token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  if (is_on("removed")) return CKR_TOKEN_NOT_PRESENT;
  CK_RV result = real->C_GetTokenInfo(slot, info);
  long limit = number_in("max_pin");
  if (result != CKR_OK || limit == 0) return result;
  long wrong = number_in("wrong_pins");
  info->flags &= ~(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
  if (wrong >= limit) info->flags |= CKF_USER_PIN_LOCKED;
  else if (wrong == limit - 1) info->flags |= CKF_USER_PIN_FINAL_TRY;
  else if (wrong > 0) info->flags |= CKF_USER_PIN_COUNT_LOW;
  return result;
}

static CK_RV open_session(CK_SLOT_ID slot, CK_FLAGS flags, CK_VOID_PTR application, CK_NOTIFY notify,
                          CK_SESSION_HANDLE_PTR session) {
  if (is_on("removed")) return CKR_TOKEN_NOT_PRESENT;
  if (is_on("busy")) return CKR_SESSION_COUNT;
  return real->C_OpenSession(slot, flags, application, notify, session);
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length) {
  wait_for("login_delay_ms");
  if (is_on("removed")) return CKR_DEVICE_REMOVED;
  write_number("logins", number_in("logins") + 1);
  long limit = number_in("max_pin"), wrong = number_in("wrong_pins");
  if (limit && wrong >= limit) return CKR_PIN_LOCKED;
  CK_RV result = real->C_Login(session, user, pin, length);
  if (limit && result == CKR_PIN_INCORRECT) {
    write_number("wrong_pins", wrong + 1);
    if (wrong + 1 >= limit) return CKR_PIN_LOCKED;
  }
  if (limit && result == CKR_OK) write_number("wrong_pins", 0);
  return result;
}

static CK_RV sign_init(CK_SESSION_HANDLE session, CK_MECHANISM_PTR mechanism, CK_OBJECT_HANDLE key) {
  if (is_on("removed")) return CKR_DEVICE_REMOVED;
  if (is_on("stale_session")) return CKR_SESSION_HANDLE_INVALID;
  return real->C_SignInit(session, mechanism, key);
}

static CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length, CK_BYTE_PTR signature,
                  CK_ULONG_PTR room) {
  wait_for("sign_delay_ms");
  if (is_on("crash_sign")) abort();
  if (is_on("removed")) return CKR_DEVICE_REMOVED;
  return real->C_Sign(session, data, length, signature, room);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR answer) {
  if (real == NULL) {
    const char *path = getenv("FAULT_REAL");
    void *library = dlopen(path ? path : "/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW);
    if (library == NULL) return CKR_GENERAL_ERROR;
    CK_C_GetFunctionList get_list = (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList");
    if (get_list == NULL) return CKR_GENERAL_ERROR;
    CK_RV result = get_list(&real);
    if (result != CKR_OK) return result;
    list = *real;
    list.C_GetFunctionList = C_GetFunctionList;
    list.C_Initialize = initialize;
    list.C_Finalize = finalize;
    list.C_GetSlotList = get_slot_list;
    list.C_GetTokenInfo = get_token_info;
    list.C_OpenSession = open_session;
    list.C_Login = login;
    list.C_SignInit = sign_init;
    list.C_Sign = sign;
  }
  *answer = &list;
  return CKR_OK;
}
