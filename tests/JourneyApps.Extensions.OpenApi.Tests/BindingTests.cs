using System.Net;
using System.Net.Http.Json;
using Acme.Field;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyApps.Extensions.OpenApi.Tests;

/// <summary>Choices and ids where ASP.NET Core makes values of texts. A key that the code does not know is kept.</summary>
public sealed class BindingTests
{
    private const string Id = "42059e2e-d2a2-41e3-a9f3-001e6733fe3c";

    [Theory]
    [InlineData("minimal/busy?grade=10&also=new&also=later", "busy Busy 10 new,later")]
    [InlineData("minimal/archived", "archived   ")]
    [InlineData("mvc/busy?grade=10&also=new&also=later", "busy Busy 10 new,later")]
    [InlineData("mvc/archived", "archived   ")]
    public async Task Routes_and_queries_take_keys(string path, string expected)
    {
        await using Api api = await StartAsync();

        Assert.Equal(expected, await api.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("minimal/form")]
    [InlineData("mvc/form")]
    public async Task Forms_take_keys_and_ids(string path)
    {
        await using Api api = await StartAsync();
        using var form = new FormUrlEncodedContent([new("state", "busy"), new("site", Id)]);

        using HttpResponseMessage response = await api.Client.PostAsync(path, form, TestContext.Current.CancellationToken);

        Assert.Equal($"busy {Id}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_text_is_not_a_choice()
    {
        await using Api api = await StartAsync();

        using HttpResponseMessage response = await api.Client.GetAsync("minimal/busy?grade=", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Bodies_take_models()
    {
        await using Api api = await StartAsync();

        using HttpResponseMessage response = await api.Client.PostAsJsonAsync(
            "mvc/body", new Job { State = JobState.Busy, Title = "Replace pump" }, TestContext.Current.CancellationToken);

        Assert.Equal("busy Replace pump True", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("archived", "archived")]
    [InlineData("", null)]
    public void An_InputSelect_of_Blazor_takes_keys(string text, string? key)
    {
        var select = new Select();

        Assert.True(select.Parse(text, out Choice<JobState>? value));
        Assert.Equal(key, value?.Key);
        Assert.Equal(key, select.Format(value));
    }

    private static Task<Api> StartAsync() => Api.StartAsync(
        app =>
        {
            app.MapGet("/minimal/{state}", (Choice<JobState> state, Choice<JobPriority>? grade, Choice<JobState>[] also)
                => $"{state} {state.Value} {grade} {string.Join(',', also)}");
            app.MapPost("/minimal/form", ([FromForm] Choice<JobState> state, [FromForm] Id<Site> site) => $"{state} {site}").DisableAntiforgery();
            app.MapControllers();
        },
        services =>
        {
            services.AddControllers().AddApplicationPart(typeof(BindingTests).Assembly);
            services.AddAntiforgery();
        });

    private sealed class Select : InputSelect<Choice<JobState>?>
    {
        public Select() => ValueExpression = () => Value;

        public bool Parse(string text, out Choice<JobState>? value) => TryParseValueFromString(text, out value, out _);

        public string? Format(Choice<JobState>? value) => FormatValueAsString(value);
    }
}
