using Microsoft.AspNetCore.Components;

namespace Acme.Field;

public partial class RowButton
{
    [Parameter]
    public EventCallback<Job> Saved { get; set; }
}
