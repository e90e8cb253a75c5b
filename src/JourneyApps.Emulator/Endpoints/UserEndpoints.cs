using System.Security.Cryptography;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Users;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>App users and their devices (app-users page). That POST calls return the user or session is an assumption.</summary>
internal static class UserEndpoints
{
    private const int PageSize = 1000;

    public static Task<ApiResponse> ListAsync(ApiCall call)
    {
        ServedModel? model = call.Schema.AppUser;
        long limit = Math.Min(call.Parameters.Number("limit") ?? PageSize, PageSize);
        ObjectQuery query = new(null, [], limit, call.Parameters.Number("skip") ?? 0, true);
        return call.ReadAsync(session =>
        {
            ObjectPage page = model is null ? new([], 0, false) : ObjectPager.Read(session, model, query, "row", call.Assumptions);
            IEnumerable<object> users = page.Rows.Select(row => User(session, row.Id));
            return ApiResponse.Json(new { total = page.Total, count = page.Rows.Count, more = page.More, objects = users });
        });
    }

    public static Task<ApiResponse> GetAsync(ApiCall call)
        => call.ReadAsync(session => ApiResponse.Json(User(session, RequireUser(call, session))));

    public static Task<ApiResponse> LockAsync(ApiCall call) => SetLockedAsync(call, true);

    public static Task<ApiResponse> UnlockAsync(ApiCall call) => SetLockedAsync(call, false);

    public static Task<ApiResponse> CreateTokenAsync(ApiCall call) => call.WriteAsync(null, (_, session) =>
    {
        string userId = RequireUser(call, session);
        return ApiResponse.Json(new { user_id = userId, token = Hex.Lower(RandomNumberGenerator.GetBytes(20)) });
    });

    public static Task<ApiResponse> GetSessionAsync(ApiCall call)
        => call.ReadAsync(session => ApiResponse.Json(Device(RequireDevice(call, session))));

    public static Task<ApiResponse> WipeAsync(ApiCall call) => call.WriteAsync(null, (_, session) =>
    {
        UserTable.Wipe(session, RequireDevice(call, session).Id);
        return ApiResponse.Json(Device(RequireDevice(call, session)));
    });

    public static Task<ApiResponse> ReauthenticateAsync(ApiCall call) => call.WriteAsync(null, (_, session) =>
    {
        long now = call.Deployment.Options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        UserTable.SignOut(session, RequireDevice(call, session).Id, now);
        return ApiResponse.Json(Device(RequireDevice(call, session)));
    });

    private static Task<ApiResponse> SetLockedAsync(ApiCall call, bool locked) => call.WriteAsync(null, (_, session) =>
    {
        UserTable.SetLocked(session, RequireUser(call, session), locked);
        return ApiResponse.Json(User(session, call.Id));
    });

    // A deleted user is not found, but stays locked: no device of it can sign in again.
    private static string RequireUser(ApiCall call, DatabaseSession session)
    {
        bool exists = call.Schema.AppUser is { } model && ObjectTable.Exists(session, model, call.Id);
        return exists ? call.Id : throw new ApiException(ApiError.ObjectNotFound("user", call.Id));
    }

    private static AppUserSession RequireDevice(ApiCall call, DatabaseSession session)
        => UserTable.Sessions(session, RequireUser(call, session)).Find(device => device.Id == call.SessionId)
        ?? throw new ApiException(ApiError.ObjectNotFound("session", call.SessionId));

    private static object User(DatabaseSession session, string userId)
    {
        (bool locked, bool enrolled, long? lastConnectedAt) = UserTable.Find(session, userId);
        return new
        {
            id = userId,
            last_connected_at = Time(lastConnectedAt),
            enrolled,
            locked,
            sessions = UserTable.Sessions(session, userId).Select(Device),
        };
    }

    private static object Device(AppUserSession device) => new
    {
        id = device.Id,
        state = device.State,
        last_authenticated_at = Time(device.CreatedAt),
        created_at = Time(device.CreatedAt),
        signed_out_at = Time(device.SignedOutAt),
        last_connected_at = Time(device.CreatedAt),
        container = new { version = "0.0.0" },
        runtime = new { version = "0.0.0" },
        device = new { id = device.Id },
        label = device.Label,
        sync_status = new { last_full_sync = Time(device.CreatedAt) },
    };

    private static string? Time(long? unixSeconds) => unixSeconds is { } seconds ? IsoTime.Moment(seconds) : null;
}
