using System.Text.Json;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Users;

/// <summary>Writes users and sessions as the API shows them (app-users page).</summary>
internal static class UserJson
{
    public static void Write(Utf8JsonWriter writer, AppUser user, IReadOnlyList<AppUserSession> sessions)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, user.Id);
        writer.WriteString("last_connected_at"u8, Time(user.LastConnectedAt));
        writer.WriteBoolean("enrolled"u8, user.Enrolled);
        writer.WriteBoolean("locked"u8, user.Locked);
        writer.WriteStartArray("sessions"u8);
        foreach (AppUserSession session in sessions) Write(writer, session);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, AppUserSession session)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, session.Id);
        writer.WriteString("state"u8, session.State);
        writer.WriteString("last_authenticated_at"u8, Time(session.CreatedAt));
        writer.WriteString("created_at"u8, Time(session.CreatedAt));
        writer.WriteString("signed_out_at"u8, Time(session.SignedOutAt));
        writer.WriteString("last_connected_at"u8, Time(session.CreatedAt));
        WriteVersioned(writer, "container"u8);
        WriteVersioned(writer, "runtime"u8);
        writer.WriteStartObject("device"u8);
        writer.WriteString("id"u8, session.Id);
        writer.WriteEndObject();
        writer.WriteString("label"u8, session.Label);
        writer.WriteStartObject("sync_status"u8);
        writer.WriteString("last_full_sync"u8, Time(session.CreatedAt));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteVersioned(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        writer.WriteString("version"u8, "0.0.0");
        writer.WriteEndObject();
    }

    private static string? Time(long? unixSeconds) => unixSeconds is { } seconds ? IsoTime.Moment(seconds) : null;
}
