using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

/// <summary>App users and their devices.</summary>
public sealed class UserTests
{
    private const string Bob = "19a0bdae-2fc6-4534-a834-37d5f561b1e4";

    [Fact]
    public async Task Users_are_the_objects_of_the_app_user_model_with_their_devices()
    {
        await using Api api = await StartWithBobAsync();
        string session = await api.Emulator.EnrolDeviceAsync(Bob, "Apple iPhone7,2");

        Answer list = (await api.GetAsync("users?limit=10&skip=")).Expect(200);
        Answer user = (await api.GetAsync($"users/{Bob}")).Expect(200);
        Answer single = (await api.GetAsync($"users/{Bob}/sessions/{session}")).Expect(200);

        Assert.Equal((1, 1, false), (list["total"].GetInt32(), list["count"].GetInt32(), list["more"].GetBoolean()));
        Assert.Equal(user.Text, list["objects"][0].GetRawText());
        Assert.True(user["enrolled"].GetBoolean());
        Assert.False(user["locked"].GetBoolean());
        Assert.Equal(single.Text, user["sessions"][0].GetRawText());
        Assert.Equal("ENROLLED", single["state"].GetString());
        Assert.Equal("Apple iPhone7,2", single["label"].GetString());
    }

    [Fact]
    public async Task A_user_is_locked_and_unlocked_and_a_device_is_signed_out_and_wiped()
    {
        await using Api api = await StartWithBobAsync();
        string session = await api.Emulator.EnrolDeviceAsync(Bob, "Phone");

        Answer locked = (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/lock")).Expect(200);
        Answer unlocked = (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/unlock")).Expect(200);
        Answer token = (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/authentication-token")).Expect(200);
        Answer signedOut = (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/sessions/{session}/re-authenticate")).Expect(200);
        Answer wiped = (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/sessions/{session}/wipe")).Expect(200);

        Assert.True(locked["locked"].GetBoolean());
        Assert.Equal("LOCKED", locked["sessions"][0].GetProperty("state").GetString());
        Assert.False(unlocked["locked"].GetBoolean());
        Assert.Equal("ENROLLED", unlocked["sessions"][0].GetProperty("state").GetString());
        Assert.NotEmpty(token["token"].GetString()!);
        Assert.Equal(JsonValueKind.String, signedOut["signed_out_at"].ValueKind);
        Assert.Equal("RESET", wiped["state"].GetString());
        (await api.SendAsync(HttpMethod.Post, $"users/{Bob}/dance")).ExpectError(404, "ROUTE_ERROR");
        (await api.GetAsync("users/00000000-0000-4000-8000-000000000000")).ExpectError(404, "OBJECT_NOT_FOUND");
        (await api.GetAsync($"users/{Bob}/sessions/x")).ExpectError(404, "OBJECT_NOT_FOUND");
    }

    [Fact]
    public async Task Deleting_a_user_locks_it_and_wipes_its_devices()
    {
        await using Api api = await StartWithBobAsync();
        await api.Emulator.EnrolDeviceAsync(Bob, "Phone");

        await api.DeleteAsync($"objects/user/{Bob}.json");
        await api.PutAsync($"objects/user/{Bob}.json", """{"user":{"name":"Bob"}}""");

        Answer user = await api.GetAsync($"users/{Bob}");
        Assert.True(user["locked"].GetBoolean());
        Assert.Equal("RESET", user["sessions"][0].GetProperty("state").GetString());
    }

    private static async Task<Api> StartWithBobAsync()
    {
        Api api = await Api.StartAsync();
        await api.PutAsync($"objects/user/{Bob}.json", """{"user":{"name":"Bob","email":"bob@example.test"}}""");
        return api;
    }
}
