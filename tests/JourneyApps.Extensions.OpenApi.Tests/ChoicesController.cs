using Acme.Field;
using Microsoft.AspNetCore.Mvc;

namespace JourneyApps.Extensions.OpenApi.Tests;

/// <summary>Takes choices as MVC binds them.</summary>
[ApiController]
[Route("mvc")]
public sealed class ChoicesController : ControllerBase
{
    [HttpGet("{state}")]
    public ContentResult Get(Choice<JobState> state, [FromQuery] Choice<JobPriority>? grade, [FromQuery] Choice<JobState>[] also)
        => Content($"{state} {state.Value} {grade} {string.Join(',', also)}");

    [HttpPost("form")]
    public ContentResult PostForm([FromForm] Choice<JobState> state, [FromForm] Id<Site> site) => Content($"{state} {site}");

    [HttpPost("body")]
    public ContentResult PostBody(Job job) => Content($"{job.State} {job.Title} {job.IsNew}");
}
