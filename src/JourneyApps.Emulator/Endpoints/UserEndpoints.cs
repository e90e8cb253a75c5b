using System.Security.Cryptography;
using System.Text.Json;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Users;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>App users and their devices (backend-api §6.6). What the POST calls answer is an assumption: the user or session as it is then.</summary>
internal static class UserEndpoints
{
    public static Task<ApiResponse> CallAsync(ApiCall call)
    {
        string[] parts = call.Route.Rest.Length == 0 ? [] : call.Route.Rest.Split('/');
        string action = $"{call.Request.Method} {string.Join('/', parts.Select((part, i) => i is 0 or 2 ? "*" : part))}";
        return action switch
        {
            "GET " => ListAsync(call),
            "GET *" => call.ReadAsync(session => Answer(session, RequireUser(call, session, parts[0]))),
            "GET */sessions/*" => call.ReadAsync(session => Answer(RequireSession(call, session, parts))),
            "POST */lock" => WriteAsync(call, session => SetLocked(call, session, parts[0], true)),
            "POST */unlock" => WriteAsync(call, session => SetLocked(call, session, parts[0], false)),
            "POST */authentication-token" => WriteAsync(call, session => Token(RequireUser(call, session, parts[0]))),
            "POST */sessions/*/wipe" => WriteAsync(call, session => Wipe(call, session, parts)),
            "POST */sessions/*/re-authenticate" => WriteAsync(call, session => SignOut(call, session, parts)),
            _ => throw new ApiException(ApiError.Route(call.Request.Method, call.Request.Path)),
        };
    }

    private static Task<ApiResponse> ListAsync(ApiCall call)
    {
        ServedModel? model = call.Schema.AppUser;
        long limit = Math.Min(call.Parameters.Number("limit") ?? 1000, 1000);
        ObjectQuery query = new(null, [], limit, call.Parameters.Number("skip") ?? 0, true);
        return call.ReadAsync(session =>
        {
            ObjectPage page = model is null ? new([], 0, false) : ObjectPager.Read(session, model, query, "row", call.Assumptions);
            return ApiResponse.Json(200, writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("total"u8, page.Total!.Value);
                writer.WriteNumber("count"u8, page.Rows.Count);
                writer.WriteBoolean("more"u8, page.More);
                writer.WriteStartArray("objects"u8);
                foreach (StoredRow row in page.Rows) UserJson.Write(writer, UserTable.Find(session, row.Id), UserTable.Sessions(session, row.Id));
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        });
    }

    private static Task<ApiResponse> WriteAsync(ApiCall call, Func<DatabaseSession, ApiResponse> write) => call.WriteAsync(null, (_, session) => write(session));

    private static ApiResponse SetLocked(ApiCall call, DatabaseSession session, string id, bool locked)
    {
        UserTable.SetLocked(session, RequireUser(call, session, id), locked);
        return Answer(session, id);
    }

    private static ApiResponse Token(string userId) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("user_id"u8, userId);
        writer.WriteString("token"u8, Hex.Lower(RandomNumberGenerator.GetBytes(20)));
        writer.WriteEndObject();
    });

    private static ApiResponse Wipe(ApiCall call, DatabaseSession session, string[] parts)
    {
        UserTable.Wipe(session, RequireSession(call, session, parts).Id);
        return Answer(RequireSession(call, session, parts));
    }

    private static ApiResponse SignOut(ApiCall call, DatabaseSession session, string[] parts)
    {
        UserTable.SignOut(session, RequireSession(call, session, parts).Id, call.Deployment.Options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
        return Answer(RequireSession(call, session, parts));
    }

    // A deleted user is not there any more, but still locked: no device of it comes back.
    private static string RequireUser(ApiCall call, DatabaseSession session, string id) =>
        call.Schema.AppUser is { } model && ObjectTable.Exists(session, model, id) ? id : throw new ApiException(ApiError.ObjectNotFound("user", id));

    private static AppUserSession RequireSession(ApiCall call, DatabaseSession session, string[] parts) =>
        UserTable.Sessions(session, RequireUser(call, session, parts[0])).Find(candidate => candidate.Id == parts[2])
        ?? throw new ApiException(ApiError.ObjectNotFound("session", parts[2]));

    private static ApiResponse Answer(DatabaseSession session, string userId) =>
        ApiResponse.Json(200, writer => UserJson.Write(writer, UserTable.Find(session, userId), UserTable.Sessions(session, userId)));

    private static ApiResponse Answer(AppUserSession device) => ApiResponse.Json(200, (Utf8JsonWriter writer) => UserJson.Write(writer, device));
}
